import { textsOf } from "../texts";
import type { components } from "./schema";

const { t } = textsOf();

type Body = components["schemas"]["ErrorBody"];
type Code = Body["error"]["code"] | "UNREACHABLE";

/** What the API said no with, or that it could not be reached. */
export class ApiError extends Error {
  readonly code: Code;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly requestId: string | undefined;
  readonly details: { field?: string; code: string; message: string }[];
  /** The newer object of a 409. */
  readonly latest: unknown;

  private constructor(status: number, body: Partial<Body>, message: string) {
    super(message);
    this.status = status;
    this.code = body.error?.code ?? (status === 0 ? "UNREACHABLE" : "INTERNAL_ERROR");
    this.requestId = body.meta?.request_id;
    this.details = (body.error?.details as ApiError["details"]) ?? [];
    this.latest = body.error?.latest;
  }

  static async from(response: Response): Promise<ApiError> {
    const body: Partial<Body> = await response.json().catch(() => ({}));
    const said = body.error?.message ?? t("The server could not answer. Please try again.");
    return new ApiError(response.status, body, said);
  }

  static unreachable(cause: unknown): ApiError {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    return new ApiError(0, {}, t("The server cannot be reached. Your work is kept here."));
  }

  /** Nobody knows whether it was done: no answer, or one from in front of the program. */
  get isUnknown() {
    return this.status === 0 || (this.status >= 502 && this.code !== "PROVIDER_ERROR");
  }

  get isConflict() {
    return this.status === 409;
  }

  /** The sentence for a field of a form. */
  fieldMessage(name: string) {
    return this.details.find((detail) => detail.field === name)?.message;
  }
}

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError;

/** Whether the API said no for this reason, which stands in a detail. */
export const isRefusedWith = (reason: string, error: unknown) =>
  isApiError(error) && error.details.some(({ code }) => code === reason);
