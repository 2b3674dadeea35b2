package com.duespark.api.shared;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;

/** The raised limits of the profile {@code rig} (RAT-00). */
@Configuration(proxyBeanMethods = false)
@Profile("rig")
@PropertySource("classpath:com/duespark/api/rates-rig.properties")
class RigRates {}
