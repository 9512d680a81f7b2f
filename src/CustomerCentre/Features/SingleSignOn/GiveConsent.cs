using CustomerCentre.Data;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>A person agrees or refuses that a service learns of them. The answer is where to go on: the service's request, which now gets its answer.</summary>
public static class GiveConsent
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<string>>
    {
        public string? ReturnUrl { get; set; }
        public bool Agrees { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.ReturnUrl).Required();
    }

    public sealed class Handler(CustomerCentreDb db, IRequestHandler<FindConsent.Query, Result<FindConsent.Answer>> requests, ConsentBook consents, Detours detours, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<string>>
    {
        public Task<Result<string>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var found = await requests.Handle(new FindConsent.Query(command.ReturnUrl), token);
            if (!found.IsDone)
                return Result<string>.NotFound;
            var (clientId, _, scopes) = found.Value;
            var subject = await db.SubjectAt(user.Id, clientId, token);
            if (command.Agrees && !await consents.Includes(subject, clientId, scopes, token))
            {
                await consents.Give(subject, clientId, scopes, token);
                audit.Add("ServiceAllowed", subjectId: user.Id, note: clientId);
                await db.SaveChangesAsync(token);
            }

            var detour = detours.In(command.ReturnUrl!) ?? new Detour(time.GetUtcNow());
            return detours.Carry(command.ReturnUrl!, detour with { Consents = command.Agrees, Refuses = !command.Agrees });
        }, cancellationToken);
    }
}
