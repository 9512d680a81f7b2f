using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>A partner's manager makes a secret for the API. It is shown in the answer and never again.</summary>
public static class CreateSecret
{
    /// <summary>How long a secret may be accepted, in days.</summary>
    public static readonly IReadOnlyList<int> Lifetimes = [30, 90, 180, ApiSecret.LongestDays];

    [Allow(Policies.PartnerManager)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public Guid Id { get; set; }
        public int? Days { get; set; }
    }

    /// <summary>A class, because the secret is one.</summary>
    public sealed class Answer(string clientId, string? text)
    {
        public string ClientId => clientId;

        /// <summary>The secret; nothing when the command came before and showed it.</summary>
        public string? Text => text;
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Days).Must(days => days is { } chosen && Lifetimes.Contains(chosen)).WithMessage(_ => ApiTexts.DaysRequired);
        }
    }

    public sealed class Handler(
        CustomerCentreDb db, IOpenIddictApplicationManager applications, SecretNews news, AuditTrail audit, CurrentUser user, TimeProvider time)
        : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(token => Make(command, token), cancellationToken);

        private async Task<Result<Answer>> Make(Command command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var partner = await db.Partners.SingleAsync(p => db.PartnerMembers.Any(member => member.AccountId == user.Id && member.PartnerId == p.Id), cancellationToken);
            // Takes the partner's row, so that two who make a secret at a moment see each other's.
            await db.Partners.Where(p => p.Id == partner.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Code, p => p.Code), cancellationToken);
            if (await db.ApiSecrets.AnyAsync(secret => secret.Id == command.Id, cancellationToken))
                return new Answer(ApiClient.IdOf(partner), null);
            if (await db.ApiSecrets.CountAsync(secret => secret.PartnerId == partner.Id && secret.RevokedAt == null && secret.ExpiresAt > now, cancellationToken) >= ApiSecret.MostValid)
                return Result<Answer>.Invalid("", ApiTexts.TooManySecrets);

            var (made, text) = ApiSecret.Make(command.Id, partner, user.Id, now, command.Days!.Value);
            db.ApiSecrets.Add(made);
            audit.Add("ApiSecretMade", subjectId: made.Id, note: made.ClientId);
            await news.Tell(partner.Id, () => SecretLetters.Made(made.Ending, made.ExpiresAt), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await KnowClient(partner, cancellationToken);
            return new Answer(made.ClientId, text);
        }

        // The client has no secret of its own in OpenIddict's table but a random one that nobody knows: a confidential client must have one.
        private async Task KnowClient(Partner partner, CancellationToken cancellationToken)
        {
            if (await applications.FindByClientIdAsync(ApiClient.IdOf(partner), cancellationToken) is not null)
                return;
            var client = new OpenIddictApplicationDescriptor
            {
                ClientId = ApiClient.IdOf(partner),
                ClientType = ClientTypes.Confidential,
                ClientSecret = $"{Guid.NewGuid():n}{Guid.NewGuid():n}",
                DisplayName = partner.Name,
                Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
            };
            client.Permissions.UnionWith(ApiClient.Scopes.Select(scope => Permissions.Prefixes.Scope + scope));
            await applications.CreateAsync(client, cancellationToken);
        }
    }
}
