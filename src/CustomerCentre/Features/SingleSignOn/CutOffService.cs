using CustomerCentre.Data;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>A person cuts a service off: its tokens and consents are void at once, and it is told to sign the person out.</summary>
public static class CutOffService
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? ClientId { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.ClientId).Required();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, ConsentBook consents, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var visits = await db.ServiceVisits.Where(visit => visit.AccountId == user.Id && visit.ClientId == command.ClientId && visit.EndedAt == null).ToListAsync(token);
            visits.ForEach(visit => visit.End(time.GetUtcNow()));
            // A consent outlives the visits, which are forgotten in time.
            if (await consents.Withdraw(await db.SubjectAt(user.Id, command.ClientId!, token), command.ClientId!, token) || visits.Count > 0)
                audit.Add("ServiceCutOff", subjectId: user.Id, note: command.ClientId);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
