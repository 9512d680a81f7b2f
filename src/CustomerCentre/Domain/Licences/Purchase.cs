namespace CustomerCentre.Domain.Licences;

/// <summary>What is known of a purchase.</summary>
/// <param name="On">Day of the purchase.</param>
/// <param name="TaxDocument">Number of the tax document, when at hand.</param>
public sealed record Purchase(DateOnly On, string? TaxDocument)
{
    /// <summary>Longest number of a tax document, in characters.</summary>
    public const int TaxDocumentMaxLength = 40;

    /// <summary>Whether two numbers of a tax document are one, whatever spaces, dashes and letter case somebody wrote. An empty one matches nothing.</summary>
    public static bool IsSameDocument(string? one, string? other) => Core(one) is { Length: > 0 } core && core == Core(other);

    private static string? Core(string? document) => document is null ? null : string.Concat(document.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>Why a licence cannot be registered.</summary>
public enum RegistrationRefusal
{
    /// <summary>Never sold, blocked or another's: said to the person in the same words as a number never issued.</summary>
    NotAvailable,

    /// <summary>Bound to this very customer already.</summary>
    AlreadyYours,

    /// <summary>The purchase would lie in the future.</summary>
    PurchaseInFuture,

    /// <summary>The purchase would lie before the delivery to the partner.</summary>
    PurchaseBeforeDelivery,
}
