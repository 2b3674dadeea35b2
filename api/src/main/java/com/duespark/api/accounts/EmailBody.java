package com.duespark.api.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record EmailBody(@NotBlank @Size(max = 254) String email) {}
