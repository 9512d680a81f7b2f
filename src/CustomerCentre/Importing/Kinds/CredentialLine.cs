using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>A line of credentials: the hash of a password that somebody had in an old service.</summary>
internal sealed record CredentialLine(
    [property: Column("E-mail of the person in the old service.", IsRequired = true)] EmailAddress Email,
    [property: Column("Key of the old service, as in the setting Operator:OldServices.", IsRequired = true)] string Service,
    [property: Column("Yes or No (or true, false, 1, 0): whether that service had confirmed the e-mail.", IsRequired = true)] bool EmailConfirmed,
    [property: Column("Since when the password was valid there: 2026-11-30T10:20:30Z; without a zone the time in Prague, without a time the day's beginning. Anything known is newer than nothing.")]
    DateTimeOffset? ChangedAt,
    [property: Column("Pbkdf2Sha1, Pbkdf2Sha256, Pbkdf2Sha512, BCrypt, Argon2Id, SaltedSha1, SaltedSha256 or Md5; empty where the hash says it itself.")] OldHashKind? Algorithm,
    [property: Column("Rounds of PBKDF2 as t=10000; for hashes done once salt=after where the salt stands behind the password, text=utf-16 where it was not UTF-8; commas between.")]
    string? Parameters,
    [property: Column("Hex, Base64 or Text: how the salt is written; required with a salt.")] SaltFormat? SaltFormat,
    [property: Column("The salt, where it does not stand in the hash.", IsHidden = true)] byte[] Salt,
    [property: Column("The hash in hex or Base64. bcrypt and Argon2id as their whole text ($2b$…, $argon2id$…), as may be $pbkdf2-sha256$… and {SSHA}…", IsRequired = true, IsHidden = true)]
    OldHash Hash)
{
    // Longer than any text of a hash that can be used.
    private const int LongestHash = 400;

    public static CredentialLine Read(Line line, HashSet<string> services, DateTimeOffset now)
    {
        var service = line.Value(nameof(Service), text => services.TryGetValue(text, out var key) ? key : null, ImportTexts.NotAService)!;
        var (email, confirmed) = (line.Value(nameof(Email), EmailAddress.TryParse, ImportTexts.NotAnEmail)!, line.Value(nameof(EmailConfirmed), YesOrNo, ImportTexts.NotYesOrNo));
        var changed = line.Moment(nameof(ChangedAt));
        // It would win against every later change.
        if (changed > now.AddDays(1))
            line.Refuse(nameof(ChangedAt), ImportTexts.ChangedInFuture);
        var (algorithm, parameters) = (line.Choice<OldHashKind>(nameof(Algorithm)), line.Text(nameof(Parameters), OldHashParameters.MaxLength));
        var (format, salt) = (line.Choice<SaltFormat>(nameof(SaltFormat)), line.Text(nameof(Salt), OldPassword.SaltMaxLength * 2));
        if (salt is not null && format is null && line.IsGood)
            line.Refuse(nameof(SaltFormat), ImportTexts.SaltFormatMissing);
        var bytes = format?.Read(salt ?? "") ?? [];
        if (format is { } written && written.Read(salt ?? "") is null)
            line.Refuse(nameof(Salt), ImportTexts.NotASalt);
        var text = line.Text(nameof(Hash), LongestHash);
        var hash = line.IsGood && text is not null ? CredentialHash.Read(line, text, algorithm, parameters, bytes) : null;
        return new(email, service, confirmed is true, changed, algorithm, parameters, format, bytes, hash!);
    }

    private static object? YesOrNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" or "1" or "ano" or "áno" => true,
        "no" or "false" or "0" or "ne" or "nie" => false,
        _ => null,
    };
}
