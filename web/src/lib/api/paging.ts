import { type InfiniteData, infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { Page } from "./client";

/** Rows that one request brings. */
export const PAGE_SIZE = 50;

/** A list read page by page; the rows stay while a new filter loads. */
export const pages = <T>(
  queryKey: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Every row that is loaded. */
export const rowsOf = <T>(found: InfiniteData<Page<T>> | undefined) =>
  found?.pages.flatMap((page) => page.rows);

/** How many rows there are in all, when that was asked. */
export const totalOf = <T>(found: InfiniteData<Page<T>> | undefined) => found?.pages[0]?.total;
