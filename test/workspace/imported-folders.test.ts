import { expect, test } from "vitest";
import { importedFolders } from "../../server/src/workspace/imported-folders.ts";

const text = `package com.acme.jobs;

import com.acme.config.Settings;
import static com.acme.config.names.Topics.ORDERS;
import com.acme.Shapes.Inner;
import java.util.List;
`;

test("packages of the own project, beside the own package", () => {
  expect(importedFolders("app/src/main/java/com/acme/jobs/Job.java", text)).toEqual([
    "app/src/main/java/com/acme/config",
    "app/src/main/java/com/acme/config/names",
    "app/src/main/java/com/acme",
  ]);
});

test("nothing where the folder is not the package's", () => {
  expect(importedFolders("Job.java", text)).toEqual([]);
});
