using MudBlazor;

namespace CustomerCentre.Shell;

/// <summary>The look: one primary, one accent, neutral greys. Every text has a contrast of 4.5:1 and more on its background, in both palettes.</summary>
public static class Theme
{
    public static MudTheme In(string scope) => new()
    {
        PseudoCss = new() { Scope = scope },
        PaletteLight = Light,
        PaletteDark = Dark,
        LayoutProperties = new() { DefaultBorderRadius = "8px" },
        Typography = Typography(),
    };

    private static PaletteLight Light => new()
    {
        Primary = "#2350b8",
        PrimaryContrastText = "#ffffff",
        Secondary = "#0b6b5f",
        SecondaryContrastText = "#ffffff",
        Background = "#f6f7f9",
        BackgroundGray = "#eceff3",
        Surface = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#17202c",
        TextPrimary = "#17202c",
        TextSecondary = "#505c6b",
        TextDisabled = "#6b7684",
        ActionDefault = "#505c6b",
        LinesDefault = "#dde2e9",
        LinesInputs = "#7d8998",
        Divider = "#dde2e9",
        Success = "#14703c",
        SuccessContrastText = "#ffffff",
        Warning = "#8a5300",
        WarningContrastText = "#ffffff",
        Error = "#b3261e",
        ErrorContrastText = "#ffffff",
        Info = "#2350b8",
        InfoContrastText = "#ffffff",
    };

    private static PaletteDark Dark => new()
    {
        Primary = "#93b4ff",
        PrimaryContrastText = "#0c1a3a",
        Secondary = "#5fd3c1",
        SecondaryContrastText = "#04241f",
        Background = "#0f141b",
        BackgroundGray = "#1d2530",
        Surface = "#171e27",
        AppbarBackground = "#171e27",
        AppbarText = "#e8edf3",
        TextPrimary = "#e8edf3",
        TextSecondary = "#a9b5c3",
        TextDisabled = "#8c98a7",
        ActionDefault = "#a9b5c3",
        LinesDefault = "#2c3643",
        LinesInputs = "#74818f",
        Divider = "#2c3643",
        Success = "#6fd398",
        SuccessContrastText = "#04240f",
        Warning = "#f0bb62",
        WarningContrastText = "#2b1a00",
        Error = "#ff9d94",
        ErrorContrastText = "#3b0703",
        Info = "#93b4ff",
        InfoContrastText = "#0c1a3a",
    };

    private static Typography Typography()
    {
        string[] family = ["Inter", "system-ui", "sans-serif"];
        return new()
        {
            Default = new DefaultTypography { FontFamily = family, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = family, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = family, FontSize = ".875rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = family, FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
        };
    }
}
