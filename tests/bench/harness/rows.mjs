// The harness's rows as DescribeCommunityImages answers them: node rows.mjs FROM.json TO.json
//
// FROM is an array with an object on each line, and so is TO: both are read and written line by line, since a million rows as values
// would not fit into memory. `cargo xtask rows --catalog community --from TO.json --out FILE` then makes a file that the page opens.
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const [from, to] = process.argv.slice(2);
if (!to) {
  console.error("usage: node rows.mjs FROM.json TO.json");
  process.exit(2);
}
await pipeline(Readable.from(converted(from)), createWriteStream(to));

// A page of text at a time: a write for each row would take longer than the rest.
async function* converted(path) {
  const PAGE = 1 << 20;
  let [page, separator] = ["[", ""];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const row = line.replace(/^\[/, "").replace(/[\],]\s*$/, "");
    if (!row.startsWith("{")) continue;
    page += separator + JSON.stringify(group(JSON.parse(row)));
    separator = ",\n";
    if (page.length < PAGE) continue;
    yield page;
    page = "";
  }
  yield `${page}]\n`;
}

// A group with its only version.
function group(row) {
  return {
    GroupId: row.id,
    ImageName: row.name,
    ImageDesc: row.description,
    Status: row.state,
    Data: [
      {
        CompShareImageId: row.id,
        Author: row.vendor,
        ImageType: row.image_type,
        Status: row.state,
        Size: row.size_gb * 1024,
        Tags: row.tags,
        Price: row.price,
        Softwares: { OsVersion: row.os_name },
        PubTime: row.create_time,
        ImageSupportZone: [{ Zone: row.zone }],
      },
    ],
  };
}
