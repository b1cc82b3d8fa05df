function Get-WfpLineInput {
    # Standard input made of lines. An input is a table: Command names the function that takes the table
    # and gives the next bytes at each call, $null at the end; the rest is that function's own.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[string]] $Line
    )

    @{
        Command = 'Read-WfpLineInput'
        Line    = $Line
        Next    = 0
    }
}

function Read-WfpLineInput {
    # The next lines as bytes.
    [CmdletBinding()]
    [OutputType([byte[]])]
    param(
        [Parameter(Mandatory)]
        [hashtable] $State
    )

    $count = [System.Math]::Min(4096, $State.Line.Count - $State.Next)
    if ($count -gt 0) {
        $text = [string]::Join("`n", $State.Line.GetRange($State.Next, $count)) + "`n"
        $State.Next += $count
        $PSCmdlet.WriteObject([System.Text.UTF8Encoding]::new($false).GetBytes($text), $false)
    }
}
