package com.duespark.api.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record ChangePasswordBody(
    @NotBlank @Size(max = Passwords.MAX_LENGTH) String currentPassword,
    @NotBlank @Size(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH) String password) {}
