using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Registrations;

/// <summary>
/// Says which of several typed licences may be registered, before they are registered or kept. Other use cases send it inside their transaction;
/// errors stand in the coordinates <c>Licences[i].Number</c>.
/// </summary>
public static class JudgeLicences
{
    [Allow(Policies.SignedIn)]
    public sealed class Query : IRequest<Result<IReadOnlyList<Guid>>>
    {
        public List<LicenceEntry> Licences { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleForEach(query => query.Licences).SetValidator(new LicenceEntry.Validator());
    }

    public sealed class Handler(CustomerCentreDb db, LicenceJudge judge) : IRequestHandler<Query, Result<IReadOnlyList<Guid>>>
    {
        public Task<Result<IReadOnlyList<Guid>>> Handle(Query query, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var (ids, errors) = (new List<Guid>(), new List<FieldError>());
            foreach (var (entry, index) in query.Licences.Select((entry, index) => (entry, index)))
            {
                var (licence, error) = await judge.Judge(LicenceNumber.Parse(entry.Number!), entry.Purchase, customerId: null, token);
                if (licence is not null)
                    ids.Add(licence.Id);
                else
                    errors.Add(error! with { Field = $"Licences[{index}].{error.Field}" });
            }

            return errors.Count > 0 ? Result<IReadOnlyList<Guid>>.Invalid(errors) : ids;
        }, cancellationToken);
    }
}
