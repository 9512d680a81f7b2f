using CustomerCentre.Data;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Staff open a customer and say why. Refused to the customer's own people, which is reported.</summary>
public static class OpenCustomer
{
    /// <param name="Id">Id of the look-up.</param>
    /// <param name="CustomerNumber">A number of the customer, current or alias.</param>
    /// <param name="Reason">Why; that a caller was proven cannot be said, only shown.</param>
    [Allow(Policies.SupportStaff)]
    public sealed record Command(Guid Id, string CustomerNumber, LookUpReason Reason) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.CustomerNumber).NotEmpty();
            RuleFor(command => command.Reason).Must(reason => reason is LookUpReason.Call or LookUpReason.Mail or LookUpReason.Order or LookUpReason.Review)
                .WithMessage(_ => SupportTexts.ReasonRequired);
        }
    }

    public sealed class Handler(CustomerCentreDb db, LookUpBook book) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var customerId = await db.CustomersNumbered(command.CustomerNumber).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(token);
            return customerId is { } id ? await book.Open(command.Id, id, command.Reason, token) : Result<Nothing>.NotFound;
        }, cancellationToken);
    }
}
