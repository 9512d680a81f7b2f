using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.Partners;

/// <summary>The partner a manager means, by its exact code or register number, so that its name can be shown before anything is granted.</summary>
public static class FindPartner
{
    public const int MaxLength = 40;

    [Allow(Policies.SignedIn)]
    public sealed class Query : IRequest<Result<Answer>>
    {
        public string Number { get; set; } = "";
        public string? Text { get; set; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(query => query.Text).Cascade(CascadeMode.Stop).Required(() => CompanyTrustTexts.PartnerMissing).MaxLength(MaxLength);
    }

    public sealed record Answer(string CustomerNumber, string CustomerName, Guid PartnerId, string Partner, string Code);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.MembershipsOf(user.Id, query.Number).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } member)
                return Result<Answer>.NotFound;
            if (member.Role != MemberRole.Manager)
                return Result<Answer>.Refused;
            var partners = await db.PartnersNamed(query.Text, cancellationToken);
            if (partners.Count != 1)
                return Result<Answer>.Invalid(nameof(query.Text), NamedPartners.Refusal(partners));
            var customer = await db.Customers.Where(c => c.Id == member.CustomerId)
                .Select(c => new { c.Numbers.Single(n => n.IsCurrent).Number, c.Details.Name }).SingleAsync(cancellationToken);
            return new Answer(customer.Number.Value, customer.Name, partners[0].Id, partners[0].Name, partners[0].Code);
        }
    }
}
