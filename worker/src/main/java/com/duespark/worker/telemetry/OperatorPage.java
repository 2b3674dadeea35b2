package com.duespark.worker.telemetry;

import com.sun.net.httpserver.HttpHandler;

/** Something more that is answered at the operator's port, at a path and everything below it. */
public interface OperatorPage extends HttpHandler {

  String path();
}
