using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>Tells both mailboxes that two accounts are one. From either one can say that it was somebody else.</summary>
public sealed class JoinLetters(CustomerCentreDb db, SecurityLetters letters)
{
    /// <summary>How many companies come along; counted before they do.</summary>
    public Task<int> Prepare(Account other, CancellationToken cancellationToken) => db.Members.CountAsync(member => member.AccountId == other.Id, cancellationToken);

    /// <summary>Adds both letters to the caller's transaction.</summary>
    public void Send(Account own, Account other, int companies)
    {
        foreach (var account in (Account[])[own, other])
            letters.Send(account, "AccountsJoined", () => JoiningTexts.MailSubject, () => Write(own, other, companies));
    }

    /// <summary>Why an account cannot be joined.</summary>
    public static string WordsOf(JoinObstacle obstacle) => obstacle == JoinObstacle.HasRole ? JoiningTexts.HasRole : JoiningTexts.OutOfUse;

    /// <summary>A number of companies in words.</summary>
    public static string Companies(int count) =>
        string.Format(CultureInfo.CurrentCulture, Plural.Of(count, JoiningTexts.CompaniesOne, JoiningTexts.CompaniesFew, JoiningTexts.CompaniesMany), count);

    private static string Write(Account own, Account other, int companies) => string.Format(
        CultureInfo.CurrentCulture, JoiningTexts.MailText, Plain(other), Plain(own), Companies(companies));

    // The name of the account is put into the letter afterwards; braces of an address are no place for it.
    private static string Plain(Account account) => EmailAddress.Parse(account.Email!).Masked.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
