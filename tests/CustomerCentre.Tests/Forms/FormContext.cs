using System.Globalization;
using Bunit;
using CustomerCentre.Shell;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CustomerCentre.Tests.Forms;

/// <summary>Renders parts of forms as an interactive page would, in Czech.</summary>
public sealed class FormContext : BunitContext
{
    public FormContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("cs");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<IValidator<OrderForm.Order>, OrderForm.Rules>();
        Services.Configure<OperatorOptions>(options => options.Brand = "Operator");
    }
}
