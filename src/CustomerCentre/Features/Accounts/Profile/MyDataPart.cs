using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>One part of what is kept about a person.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Read">Reads its rows, or the next so many of them.</param>
internal sealed record MyDataPart(string Name, Func<MyDataReading, Task<ExportMyData.Answer>> Read);

/// <summary>What a part is read with.</summary>
/// <param name="Db">The database.</param>
/// <param name="Id">The person's account.</param>
/// <param name="Email">Its confirmed e-mail: what is kept under it is the person's too.</param>
/// <param name="After">Id of the last row before, in parts that may be long.</param>
/// <param name="Token">Ends the reading.</param>
internal sealed record MyDataReading(CustomerCentreDb Db, Guid Id, EmailAddress Email, Guid After, CancellationToken Token)
{
    public const int PageSize = 500;

    /// <summary>All rows of a part that cannot be long.</summary>
    public async Task<ExportMyData.Answer> All<T>(IQueryable<T> rows, Func<T, object>? show = null) where T : class =>
        new([.. (await rows.AsNoTracking().ToListAsync(Token)).Select(row => show is null ? row : show(row))], null);

    /// <summary>The next rows, which come in the order of their ids.</summary>
    public async Task<ExportMyData.Answer> Next<T>(IQueryable<T> rows, Func<T, Guid> id, Func<T, object> show) where T : class
    {
        var page = await rows.AsNoTracking().Take(PageSize).ToListAsync(Token);
        return new([.. page.Select(show)], page.Count < PageSize ? null : id(page[^1]));
    }
}
