function ConvertTo-WfpArgument {
    # Joins arguments to the one string that CommandLineToArgvW, and .NET on other systems, takes
    # apart into the same arguments again. Windows PowerShell 5.1 has no ArgumentList.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [string[]] $ArgumentList
    )

    $quoted = foreach ($argument in $ArgumentList) {
        if ($argument -match '^[A-Za-z0-9_./:=-]+$') {
            $argument
        } else {
            # Backslashes are special only before a quotation mark, the closing one included.
            $inner = [regex]::Replace($argument, '(\\*)"', '$1$1\"')
            '"' + [regex]::Replace($inner, '(\\+)\z', '$1$1') + '"'
        }
    }

    $quoted -join ' '
}
