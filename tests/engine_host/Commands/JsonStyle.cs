namespace EngineHost.Commands;

/// <summary>Whose <c>ConvertFrom-Json</c> is doubled.</summary>
internal enum JsonStyle
{
    /// <summary>PowerShell 7: ISO dates become DateTime, whole numbers Int64, fractions Double, a top array is unrolled.</summary>
    DateTime,

    /// <summary>Windows PowerShell 5.1: dates stay strings, small whole numbers are Int32, fractions Decimal, a top array is one object.</summary>
    Strings,
}
