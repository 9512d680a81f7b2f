using CustomerCentre.Data.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CustomerCentre.Data;

/// <summary>Gives each written row a new version, so that a writer who read an older one is noticed. A Guid, because SQLite has no row version.</summary>
internal sealed class VersionStamp : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            if (ModelRules.TokenOf(entry.Metadata) is { } token)
                entry.Property(token.Name).CurrentValue = token.ClrType == typeof(Guid) ? New() : New().ToString();
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>A version that no row ever had.</summary>
    public static Guid New() => Guid.NewGuid();
}
