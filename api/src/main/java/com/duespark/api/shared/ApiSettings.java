package com.duespark.api.shared;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The door's settings.
 *
 * @param origins web origins that browsers may call from (API-17); none by default, which suits a
 *     web app served from the same address
 * @param maxBody largest body that is not an upload
 */
@ConfigurationProperties("duespark.api")
public record ApiSettings(
    @DefaultValue List<String> origins, @DefaultValue("1MB") DataSize maxBody) {}
