using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Development;

/// <summary>The newest mails, to one receiver or to all. Outside Development there are none to see.</summary>
public static class ListMail
{
    /// <param name="To">Receiver's address; everybody's mail when not given.</param>
    /// <param name="Most">At most so many.</param>
    [Allow(Policies.Anyone)]
    public sealed record Query(string? To = null, int Most = 100) : IRequest<Result<IReadOnlyList<ShownMail>>>;

    public sealed class Handler(CustomerCentreDb db, IHostEnvironment environment) : IRequestHandler<Query, Result<IReadOnlyList<ShownMail>>>
    {
        public async Task<Result<IReadOnlyList<ShownMail>>> Handle(Query query, CancellationToken cancellationToken)
        {
            // The routes exist in Development only; this stands behind them in case somebody else sends the request.
            if (!environment.IsDevelopment())
                return Result<IReadOnlyList<ShownMail>>.NotFound;

            var to = Domain.Identifiers.EmailAddress.TryParse(query.To);
            var mails = await db.Outbox.AsNoTracking()
                .Where(mail => query.To == null || mail.To == to)
                .OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id)
                .Take(query.Most)
                .ToListAsync(cancellationToken);
            return mails.ConvertAll(ShownMail.Of);
        }
    }
}
