using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>The operator approves or refuses a request for access.</summary>
public static class DecideRequest
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public bool Approve { get; set; }
        public MemberRole? Role { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            When(command => command.Approve, () => RuleFor(command => command.Role)
                .Required(() => AccessRequestsTexts.RoleRequired).IsInEnum().WithMessage(_ => AccessRequestsTexts.RoleRequired));
        }
    }

    public sealed class Handler(CustomerCentreDb db, AccessGrant grant, Outbox outbox, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.AccessRequests.SingleOrDefaultAsync(request => request.Id == command.Id, token) is not { } request)
                return Result<Nothing>.NotFound;
            if (request.State != AccessRequestState.Pending)
                return Result<Nothing>.Invalid("", AccessRequestsTexts.AlreadyClosed);
            if (command.Approve && request.CustomerId is null)
                return Result<Nothing>.Invalid("", AccessRequestsTexts.LeadsNowhere);

            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == request.AccountId, token);
            var letter = command.Approve ? await Approve(request, command.Role!.Value, token) : await Refuse(request, token);
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, letter, request.CustomerId);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);

        private async Task<Func<Letter>> Approve(AccessRequest request, MemberRole role, CancellationToken cancellationToken)
        {
            var number = await grant.Carry(request, AccessProof.Operator, role, user.Id, cancellationToken);
            var name = await db.Customers.Where(c => c.Id == request.CustomerId).Select(c => c.Details.Name).SingleAsync(cancellationToken);
            return () => AccessLetters.Approved(name, number, role);
        }

        private async Task<Func<Letter>> Refuse(AccessRequest request, CancellationToken cancellationToken)
        {
            request.Refuse(user.Id, time.GetUtcNow());
            await db.ReservedLicences.Where(kept => kept.AccessRequestId == request.Id).ExecuteDeleteAsync(cancellationToken);
            audit.Add("AccessRefused", request.CustomerId, request.Id);
            return AccessLetters.Refused;
        }
    }
}
