namespace CustomerCentre.Features.Support.Customers;

/// <summary>Kinds of personal data that staff see masked until they ask.</summary>
public enum PersonalDataKind
{
    VatNumber,
    ContactEmail,
    ContactPhone,
    MemberEmail,
    RequesterEmail,
    MailReceiver,
    LicenceNumbers,
}

/// <summary>One masked value on a page, as its button posts it: <c>ContactEmail.0198…</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Whose: the contact, the account, the request, the mail; the customer itself for its own.</param>
public sealed record PersonalField(PersonalDataKind Kind, Guid Id)
{
    public static PersonalField? TryParse(string? text) =>
        text?.Split('.') is [var kind, var id] && Enum.TryParse<PersonalDataKind>(kind, out var known) && Enum.IsDefined(known) && Guid.TryParseExact(id, "n", out var guid)
            ? new(known, guid) : null;

    public override string ToString() => $"{Kind}.{Id:n}";
}
