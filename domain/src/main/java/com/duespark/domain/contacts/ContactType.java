package com.duespark.domain.contacts;

public enum ContactType {
  CUSTOMER,
  VENDOR,
  LEAD,
  OTHER
}
