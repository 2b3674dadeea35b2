package com.duespark.activities.reminders;

import com.duespark.ActivitiesTestApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Tests the steps of cadences on a real database, all on one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = ActivitiesTestApplication.class,
    properties = {
      "duespark.secret.jwt=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
      "duespark.secret.encryption=ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=",
      "duespark.secret.portal=YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODk=",
      "duespark.secret.audit=YXVkaXQgYXVkaXQgYXVkaXQgYXVkaXQgYXVkaXQgMTI=",
      "duespark.retention.batch=4",
      "duespark.public-url=https://pay.example.com",
      "duespark.sending.providers=smtp",
      "duespark.sending.from=bills@example.com"
    })
@Import(Office.class)
public @interface OfficeTest {}
