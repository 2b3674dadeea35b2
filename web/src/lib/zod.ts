import { z } from "zod";

// zod would try whether it may make functions of text; the page's policy refuses, and says so aloud
z.config({ jitless: true });

export { z };
