import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const length = (bytes: number, at: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(at, 0, bytes);
  return buffer;
};

/** What one ceremony may do otherwise than a good browser and device would. */
interface Wrong {
  readonly origin?: string;
  readonly rpId?: string;
  readonly counter?: number;
  readonly isVerified?: boolean;
  readonly challenge?: string;
}

type Options = Record<string, unknown>;

/** For tests: a device with one passkey (ES256, no attestation), and the browser in front of it. */
export const softAuthenticator = (origin: string) => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let userHandle = "";
  let counter = 0;

  const clientData = (type: string, options: Options, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: wrong.challenge ?? options["challenge"],
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authData = (wrong: Wrong, flags: number, rest = Buffer.alloc(0)) => {
    const isVerified = wrong.isVerified ?? true;
    const rpIdHash = sha256(wrong.rpId ?? new URL(origin).hostname);
    const flag = flags | 0x01 | (isVerified ? 0x04 : 0);
    return Buffer.concat([
      rpIdHash,
      Buffer.from([flag]),
      length(4, wrong.counter ?? counter),
      rest,
    ]);
  };
  const answer = (response: Record<string, string>) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key" as const,
    response,
    clientExtensionResults: {},
  });

  return {
    create(options: Options, wrong: Wrong = {}) {
      userHandle = (options["user"] as { id: string }).id;
      const coseKey = Buffer.concat([
        Buffer.from("a5010203262001215820", "hex"),
        Buffer.from(x, "base64url"),
        Buffer.from("225820", "hex"),
        Buffer.from(y, "base64url"),
      ]);
      const credential = Buffer.concat([Buffer.alloc(16), length(2, id.length), id, coseKey]);
      const data = authData(wrong, 0x40, credential);
      const attestation = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
        length(1, data.length),
        data,
      ]);
      return answer({
        clientDataJSON: clientData("webauthn.create", options, wrong).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
      });
    },
    get(options: Options, wrong: Wrong = {}) {
      counter += 1;
      const client = clientData("webauthn.get", options, wrong);
      const data = authData(wrong, 0);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
        userHandle,
      });
    },
  };
};
