using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Data;

/// <summary>Makes accounts of people who were not asked for a password: whoever reads the mail of the address sets one by a mailed link.</summary>
public static class NewAccount
{
    /// <summary>A confirmed account without a password.</summary>
    public static Account For(EmailAddress email, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserName = email.Value,
        NormalizedUserName = email.Normalized,
        Email = email.Value,
        NormalizedEmail = email.Normalized,
        EmailConfirmed = true,
        CreatedAt = now,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("n"),
    };
}
