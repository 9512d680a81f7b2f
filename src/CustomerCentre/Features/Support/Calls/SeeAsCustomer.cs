using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>An agent begins to see an opened customer as its people do. It is written down; the page writes the cookie.</summary>
public static class SeeAsCustomer
{
    /// <summary>How long the look lasts at most; never longer than the opening it rests on.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    [Allow(Policies.SupportStaff)]
    public sealed record Command(string CustomerNumber) : IRequest<Result<Answer>>;

    /// <param name="MemberAccountId">Through whose eyes: the first manager's, without one the first member's.</param>
    public sealed record Answer(Guid CustomerId, string CustomerNumber, Guid MemberAccountId, DateTimeOffset Until);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.CustomerNumber).Required();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var now = time.GetUtcNow();
            var open = await db.OpenLookUps(user.Id, command.CustomerNumber, now).AsNoTracking().OrderByDescending(lookUp => lookUp.At).FirstOrDefaultAsync(token);
            if (open is null || await db.IsOwn(user.Id, open.CustomerId, token))
                return Result<Answer>.Refused;
            var eyes = await db.Members.AsNoTracking().Where(member => member.CustomerId == open.CustomerId)
                .OrderByDescending(member => member.Role == MemberRole.Manager).ThenBy(member => member.Since).ThenBy(member => member.Id).FirstOrDefaultAsync(token);
            if (eyes is null)
                return Result<Answer>.Invalid("", CallsTexts.SeeAsNobody);

            var number = await db.IssuedNumbers.Where(issued => issued.CustomerId == open.CustomerId && issued.IsCurrent).Select(issued => issued.Number).SingleAsync(token);
            audit.Add("SeenAsCustomer", open.CustomerId, eyes.AccountId);
            await db.SaveChangesAsync(token);
            var ends = open.At + LookUp.Lasts;
            return new Answer(open.CustomerId, number.Value, eyes.AccountId, ends < now + Lasts ? ends : now + Lasts);
        }, cancellationToken);
    }
}
