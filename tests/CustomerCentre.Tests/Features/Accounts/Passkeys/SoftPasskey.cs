using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerCentre.Tests.Features.Accounts.Passkeys;

/// <summary>A passkey as a phone would keep it: answers what a page asks, as WebAuthn says († level 3, ES256, no attestation).</summary>
internal sealed class SoftPasskey : IDisposable
{
    private static readonly string[] Transports = ["internal"];
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HoldsKey = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string owner = "";
    private uint count;

    public string Origin { get; set; } = "https://localhost";

    /// <summary>Whether the owner shows a finger or a PIN.</summary>
    public bool IsOwner { get; set; } = true;

    /// <summary>Makes the passkey.</summary>
    public string Create(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        owner = asked.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Head(asked.GetProperty("rp").GetProperty("id").GetString()!, HoldsKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new { attestationObject = Encode(attestation), clientDataJSON = Encode(Said("webauthn.create", asked)), transports = Transports });
    }

    /// <summary>Signs in with it.</summary>
    public string Get(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        count++;
        var (data, said) = (Head(asked.GetProperty("rpId").GetString()!, 0), Said("webauthn.get", asked));
        var signature = key.SignData([.. data, .. SHA256.HashData(said)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { authenticatorData = Encode(data), clientDataJSON = Encode(said), signature = Encode(signature), userHandle = owner });
    }

    public void Dispose() => key.Dispose();

    private string Answer(object response) =>
        JsonSerializer.Serialize(new { id = Encode(id), rawId = Encode(id), type = "public-key", clientExtensionResults = new { }, response });

    private byte[] Head(string site, byte more)
    {
        var counted = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counted, count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(Present | (IsOwner ? Verified : 0) | more), .. counted];
    }

    private byte[] Said(string type, JsonElement asked) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = asked.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
