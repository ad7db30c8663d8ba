namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>In which order a date's numbers are written.</summary>
public enum DateOrder
{
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}
