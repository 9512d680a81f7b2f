using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Data.Mapping;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners;

/// <summary>Which licences of the stock are looked for.</summary>
public enum StockShow
{
    /// <summary>Everything ever delivered.</summary>
    All,

    /// <summary>What nobody has registered yet.</summary>
    Waiting,

    /// <summary>What somebody has registered.</summary>
    Registered,
}

/// <summary>Ownership as a part of queries: a person leads only to the licences delivered to the partner the person works for.</summary>
internal static class PartnerStock
{
    /// <summary>The licences delivered to the partner of an account.</summary>
    public static IQueryable<Licence> StockOf(this CustomerCentreDb db, Guid accountId) =>
        db.Licences.Where(l => l.PartnerId != null && l.PartnerId == db.PartnerMembers.Where(m => m.AccountId == accountId).Select(m => (Guid?)m.PartnerId).FirstOrDefault());

    /// <summary>Those of them that were asked for.</summary>
    public static IQueryable<Licence> Only(this IQueryable<Licence> stock, StockShow show) => show switch
    {
        StockShow.Waiting => stock.Where(l => l.State == LicenceState.Sold),
        StockShow.Registered => stock.Where(l => l.State == LicenceState.Registered),
        _ => stock,
    };

    /// <summary>Those whose number ends so, or whose product is called so.</summary>
    public static async Task<IQueryable<Licence>> Matching(this IQueryable<Licence> stock, CustomerCentreDb db, string? search, CancellationToken cancellationToken)
    {
        if (StockSearchForm.Shorten(search) is not { Length: > 0 } text)
            return stock;
        // A catalogue is small, and here it is searched by the rules of the language: without accents, and with no wildcards.
        var products = (await db.Products.AsNoTracking().Select(p => new { p.Id, p.Name, p.Code }).ToListAsync(cancellationToken))
            .Where(p => Contains(p.Name, text) || Contains(p.Code, text)).Select(p => p.Id).ToList();
        if (TypedText.Compact(text) is not { Length: LicenceNumber.GroupLength } ending)
            return stock.Where(l => products.Contains(l.ProductId));

        // In a number of ours o is a zero; a foreign one keeps its letters.
        var folded = Crockford.Fold(ending);
        return stock.Where(l => products.Contains(l.ProductId)
            || l.Numbers.Any(n => n.IsCurrent
                && (EF.Property<string>(n, LicenceMapping.LastGroup) == ending || EF.Property<string>(n, LicenceMapping.LastGroup) == folded)));
    }

    private static bool Contains(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
