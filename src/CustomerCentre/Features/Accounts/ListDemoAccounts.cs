using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Data.Demo;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>The made-up accounts one may sign in with; in Development only.</summary>
public static class ListDemoAccounts
{
    [Allow(Policies.Anyone)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Answer>>>;

    /// <param name="OldPassword">The password of an old service, until somebody signs in with it or with another of the e-mail.</param>
    public sealed record Answer(string Email, string? Name, string? OldPassword = null);

    public sealed class Handler(CustomerCentreDb db, OldServiceNames names, IHostEnvironment environment) : IRequestHandler<Query, Result<IReadOnlyList<Answer>>>
    {
        public async Task<Result<IReadOnlyList<Answer>>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!environment.IsDevelopment())
                return new List<Answer>();
            var accounts = await db.Users.Where(account => account.IsDemo && account.PasswordHash != null).OrderBy(account => account.Email)
                .Select(account => new Answer(account.Email!, account.Name, null)).ToListAsync(cancellationToken);
            var emails = OldSignIn.All.Select(person => EmailAddress.Parse(person.Email).Normalized).Distinct().ToList();
            var waiting = (await db.OldPasswords.Where(old => emails.Contains(old.NormalizedEmail)).Select(old => new { old.NormalizedEmail, old.Service }).ToListAsync(cancellationToken))
                .ConvertAll(old => (old.NormalizedEmail, old.Service));
            accounts.AddRange(OldSignIn.All.Where(person => waiting.Contains((EmailAddress.Parse(person.Email).Normalized, person.Service)))
                .Select(person => new Answer(person.Email, string.Format(CultureInfo.CurrentCulture, OldPasswordsTexts.DemoOld, names.Of(person.Service)), person.Password)));
            return accounts;
        }
    }
}
