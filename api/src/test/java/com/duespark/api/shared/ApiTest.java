package com.duespark.api.shared;

import com.duespark.api.reminders.Chase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** Tests through the API's door, all on one context; each makes its own business. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = com.duespark.ApiTestApplication.class,
    properties = {
      "duespark.secret.jwt=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
      "duespark.secret.encryption=ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=",
      "duespark.secret.portal=YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODk=",
      "duespark.secret.audit=YXVkaXQgYXVkaXQgYXVkaXQgYXVkaXQgYXVkaXQgMTI=",
      "duespark.test-businesses=true",
      "duespark.login.answer-step=1ms",
      "duespark.webhooks.postmark-password=agreed",
      "duespark.webhooks.ses-topic=arn:aws:sns:eu-central-1:1:duespark",
      "duespark.public-url=https://pay.example.com",
      "duespark.api.origins=https://app.example.com"
    })
@AutoConfigureMockMvc
@Import({Door.class, Chase.class})
public @interface ApiTest {}
