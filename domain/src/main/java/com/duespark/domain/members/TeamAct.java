package com.duespark.domain.members;

/** What can be done to a member. */
public enum TeamAct {
  SET_ROLE,
  SET_CAN_SEND,
  DISABLE,
  ENABLE,
  RESEND_INVITE,
  REMOVE
}
