// Checks signatures with .NET's own PKCS#7: a second implementation, by other people, of what src/sign writes.
//
//   dotnet-verifier script FILE...            a script with its signature block
//   dotnet-verifier catalog FILE...           a PKCS#7 file
//   dotnet-verifier detached FILE SIGNATURE   a file and a detached CMS beside it
//
// One line a file: "ok", the signer's thumbprint and, when there is a timestamp, its time; or "failed" and why.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;

const string TimestampOid = "1.3.6.1.4.1.311.3.3.1";
const string StandardTimestampOid = "1.2.840.113549.1.9.16.2.14";

var ended = 0;
if (args is ["detached", var content, var signature])
{
    Report(() => CheckDetached(File.ReadAllBytes(content), File.ReadAllBytes(signature)));
}
else
{
    foreach (var file in args.Skip(1))
    {
        Report(() => args[0] == "script" ? CheckScript(File.ReadAllBytes(file)) : Check(File.ReadAllBytes(file)).Line);
    }
}
return ended;

void Report(Func<string> check)
{
    try
    {
        Console.WriteLine(check());
    }
    catch (Exception error)
    {
        ended = 1;
        Console.WriteLine($"failed {error.GetType().Name}: {error.Message}");
    }
}

static string CheckScript(byte[] file)
{
    // Windows reads UTF-8 behind a byte order mark, which stays the first character of what it hashes.
    var marked = file.AsSpan().StartsWith(Encoding.UTF8.Preamble);
    var text = (marked ? Encoding.UTF8 : Encoding.Latin1).GetString(file);
    const string begin = "\r\n# SIG # Begin signature block\r\n";
    var at = text.IndexOf(begin, StringComparison.Ordinal);
    var block = text[(at + begin.Length)..].Replace("# SIG # End signature block", "").Replace("# ", "");
    var (line, cms) = Check(Convert.FromBase64String(block));
    var indirect = new AsnReader(cms.ContentInfo.Content, AsnEncodingRules.DER).ReadSequence();
    indirect.ReadSequence();
    var digestInfo = indirect.ReadSequence();
    var algorithm = digestInfo.ReadSequence().ReadObjectIdentifier();
    var digest = digestInfo.ReadOctetString();
    var name = algorithm switch
    {
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };
    var expected = CryptographicOperations.HashData(name, Encoding.Unicode.GetBytes(text[..at]));
    if (!expected.SequenceEqual(digest)) throw new CryptographicException("The digest is not that of the text.");
    return line;
}

static (string Line, SignedCms Cms) Check(byte[] encoded)
{
    var cms = new SignedCms();
    cms.Decode(encoded);
    return (Describe(cms), cms);
}

static string CheckDetached(byte[] content, byte[] signature)
{
    var cms = new SignedCms(new ContentInfo(content), detached: true);
    cms.Decode(signature);
    return Describe(cms);
}

static string Describe(SignedCms cms)
{
    var signer = cms.SignerInfos[0];
    signer.CheckSignature(verifySignatureOnly: true);
    var line = $"ok {signer.Certificate!.Thumbprint.ToLowerInvariant()}";
    foreach (var attribute in signer.UnsignedAttributes)
    {
        if (attribute.Oid.Value is not (TimestampOid or StandardTimestampOid)) continue;
        if (!Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _))
            throw new CryptographicException("The timestamp cannot be read.");
        if (!token.VerifySignatureForSignerInfo(signer, out _))
            throw new CryptographicException("The timestamp does not fit the signature.");
        line += $" {token.TokenInfo.Timestamp.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
    }
    return line;
}
