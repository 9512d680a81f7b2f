using System.Reflection;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Tests.Rules;

public sealed class RequestRules
{
    private static readonly List<Type> Requests = [.. typeof(Program).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && Answer(type) is not null)];

    [Fact]
    public void There_are_requests_to_check() => Requests.ShouldNotBeEmpty();

    [Fact]
    public void Every_request_answers_a_result() =>
        Requests.Where(type => Answer(type) is not { IsGenericType: true } answer || answer.GetGenericTypeDefinition() != typeof(Result<>)).ShouldBeEmpty();

    [Fact]
    public void Every_request_says_who_may_send_it() =>
        Requests.Where(type => type.GetCustomAttribute<AllowAttribute>() is null).ShouldBeEmpty();

    [Fact]
    public void Every_command_is_validated() =>
        Requests.Where(type => type.Name == "Command" && !HasValidator(type)).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Every_request_is_a_nested_command_or_query_with_its_handler() =>
        Requests.Where(type => type.Name is not ("Command" or "Query") || type.DeclaringType?.GetNestedType("Handler") is null)
            .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Every_request_is_sent_by_something()
    {
        var sources = Sources.Under("src/CustomerCentre", ".cs", ".razor");
        Requests.Select(type => $"{type.DeclaringType?.Name}.{type.Name}").Where(name => !sources.Any(file => file.Text.Contains(name, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void A_request_with_a_secret_is_no_record_because_records_print_themselves() =>
        Requests.Where(type => IsRecord(type) && type.GetProperties().Any(IsSecret)).Select(type => type.FullName).ShouldBeEmpty();

    private static Type? Answer(Type type) => type.GetInterfaces()
        .FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequest<>))?.GetGenericArguments()[0];

    private static bool HasValidator(Type command) =>
        command.DeclaringType?.GetNestedTypes().Any(type => typeof(IValidator<>).MakeGenericType(command).IsAssignableFrom(type)) == true;

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsSecret(PropertyInfo property) =>
        property.Name.Contains("Password", StringComparison.Ordinal) || property.Name.Contains("LicenceNumber", StringComparison.Ordinal) || property.Name.Contains("Token", StringComparison.Ordinal);
}
