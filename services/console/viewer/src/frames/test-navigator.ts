import { vi } from 'vitest';

/** For tests outside a browser, before anything is formatted: @grafana/data asks the browser for its language, which decides none of our texts. */
vi.stubGlobal('navigator', { language: 'vi-VN', languages: ['vi-VN'] });
