package com.duespark.api.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record TokenBody(@NotBlank @Size(max = 200) String token) {}
