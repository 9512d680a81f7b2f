using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Registrations;

/// <summary>Says what product a licence number is, before it is registered. A class, because the number is a secret.</summary>
public static class CheckLicence
{
    [Allow(Policies.SignedIn)]
    public sealed class Query : IRequest<Result<Answer>>
    {
        public string? Number { get; set; }
        public bool ConfirmsNumber { get; set; }

        /// <summary>A second fact that a foreign number needs; may be missing.</summary>
        public DateOnly? PurchasedOn { get; set; }

        /// <summary>A second fact that a foreign number needs; may be missing.</summary>
        public string? TaxDocument { get; set; }
    }

    /// <param name="Product">Name of the product; nothing for a foreign number without a second fact, whether it exists or not.</param>
    /// <param name="Kind">Licence type; nothing together with the product.</param>
    /// <param name="NeedsPurchase">The number alone proves nothing: ask for the purchase date or the tax document and check again at registration.</param>
    public sealed record Answer(string? Product, LicenceKind? Kind, bool NeedsPurchase);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Number).IsLicenceNumber(query => query.ConfirmsNumber);
            RuleFor(query => query.TaxDocument).IsTaxDocument();
        }
    }

    public sealed class Handler(LicenceJudge judge) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var number = LicenceNumber.Parse(query.Number!);
            var purchase = query.PurchasedOn is { } on ? new Purchase(on, query.TaxDocument) : null;
            // Nothing is looked up for a foreign number alone, so nobody learns whether it exists.
            if (!number.IsOurs && purchase is null)
                return new Answer(null, null, NeedsPurchase: true);
            if (await judge.Guard(number, purchase, cancellationToken) is { } shut)
                return Result<Answer>.Invalid([shut]);
            var (licence, error) = await judge.Judge(number, purchase, customerId: null, cancellationToken, isLook: true);
            return licence is null ? Result<Answer>.Invalid([error!]) : new Answer(licence.Product.Name, licence.Kind, NeedsPurchase: false);
        }
    }
}
