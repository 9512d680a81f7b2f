using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.CrashWorker;

/// <summary>Carries orders out as the portal does: each in a scope of its own, as the account that gave it.</summary>
internal sealed class Orders(IServiceScopeFactory scopes)
{
    public async Task<Answer> CarryOut(Order order)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(order.Account, Guid.Empty, []);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        try
        {
            return order.CustomerNumber is null
                ? AnswerTo(order, await mediator.Send(First(order)), answer => answer.Number?.Value)
                : AnswerTo(order, await mediator.Send(Further(order)), answer => answer.LicenceId.ToString());
        }
        catch (Exception exception)
        {
            return new Answer(order.Id, false, exception.ToString());
        }
    }

    private static Answer AnswerTo<T>(Order order, Result<T> result, Func<T, string?> text) => result.IsDone && text(result.Value) is { } done
        ? new Answer(order.Id, true, done)
        : new Answer(order.Id, false, $"{result.Outcome} {string.Join(' ', result.Errors.Select(error => error.Message))}");

    private static RegisterFirstProducts.Command First(Order order) => new()
    {
        Id = order.Id,
        Licences = [.. order.Licences.Select(number => new LicenceEntry { Number = number, PurchasedOn = order.PurchasedOn })],
        Company = new CompanyForm
        {
            Kind = CustomerKind.Company,
            CountryCode = "CZ",
            RegistrationNumber = order.RegistrationNumber,
            ConfirmsRegistrationNumber = true,
            Name = "Nová s.r.o.",
            Street = "Dlouhá 3",
            City = "Praha",
            PostalCode = "110 00",
        },
        Contact = new ContactForm { Name = "Jana Nová", ForSomebodyElse = order.Owner is not null, Email = order.Owner },
        AcceptsTerms = true,
        TermsVersion = LicenceTerms.Version,
    };

    private static RegisterProduct.Command Further(Order order) => new()
    {
        Id = order.Id,
        CustomerNumber = order.CustomerNumber!,
        Number = order.Licences.Single(),
        PurchasedOn = order.PurchasedOn,
        AcceptsTerms = true,
        TermsVersion = LicenceTerms.Version,
    };
}
