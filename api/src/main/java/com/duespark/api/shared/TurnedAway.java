package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web server refuses before anything of ours has seen it, a path that it cannot decode for
 * example, is answered like every other refusal and not with a page of the server's.
 */
@Component
class TurnedAway implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);

  private final JsonMapper json;

  TurnedAway(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.getPipeline().addValve(new Report(json));
            host.setErrorReportValveClass(Report.class.getName()); // or the host adds its own
          }
        });
  }

  private static final class Report extends ErrorReportValve {

    private final JsonMapper json;

    Report(JsonMapper json) {
      this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
      var status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      var id = RequestId.of(request.getHeader(RequestId.HEADER));
      var body = new ErrorBody(cause(status), new ErrorBody.ErrorMeta(id));
      try {
        response.setHeader(RequestId.HEADER, id);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var out = response.getReporter();
        if (out != null) {
          out.write(json.writeValueAsString(body));
          response.finishResponse();
        }
      } catch (IOException gone) {
        LOG.debug("Nobody waits for the refusal any more", gone);
      }
    }

    private static ErrorBody.Cause cause(int status) {
      return switch (status) {
        case 404 -> new ErrorBody.Cause(ErrorCode.NOT_FOUND, "Not found", List.of(), null);
        case 413 ->
            new ErrorBody.Cause(
                ErrorCode.PAYLOAD_TOO_LARGE, "The request is too large", List.of(), null);
        default ->
            status < 500
                ? new ErrorBody.Cause(
                    ErrorCode.VALIDATION_ERROR,
                    "The address or a header is too long, or not encoded correctly",
                    List.of(),
                    null)
                : new ErrorBody.Cause(
                    ErrorCode.INTERNAL_ERROR,
                    "Something went wrong on our side; quote the request id when you ask about it",
                    List.of(),
                    null);
      };
    }
  }
}
