using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>Who asked takes a pending request back; licences kept for it are free again.</summary>
public static class WithdrawRequest
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid Id) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.AccessRequests.SingleOrDefaultAsync(r => r.Id == command.Id && r.AccountId == user.Id, token) is not { } request)
                return Result<Nothing>.NotFound;
            if (request.State == AccessRequestState.Withdrawn)
                return new Nothing();
            if (request.State != AccessRequestState.Pending)
                return Result<Nothing>.Invalid("", AccessRequestsTexts.AlreadyClosed);
            request.Withdraw(time.GetUtcNow());
            await db.ReservedLicences.Where(kept => kept.AccessRequestId == request.Id).ExecuteDeleteAsync(token);
            audit.Add("AccessWithdrawn", request.CustomerId, request.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
