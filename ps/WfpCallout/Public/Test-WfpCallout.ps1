function Test-WfpCallout {
    <#
    .SYNOPSIS
        Says whether a GUID or a name belongs to a built-in callout.

    .DESCRIPTION
        Gets $true or $false for each input, or with Detailed the verdict: nil, malformed, reserved,
        builtin-alias, builtin, windows, third-party, other-kind, byte-swapped, near-miss or unknown, with
        the object that was found or probably meant, and where the two differ. It never writes an error
        for an input, asks no filter engine and works offline on every system.

    .PARAMETER InputObject
        What to test: strings in any spelling of a GUID, names, [guid] objects, the 16 bytes of a GUID, or
        objects with a property Guid or Name.

    .PARAMETER Kind
        The expected kind; callout by default.

    .PARAMETER Detailed
        Gets the verdict in place of a boolean.

    .EXAMPLE
        Test-WfpCallout '{eda08606-2494-4d78-89bc-67837c03b969}'

        Says whether this is a built-in callout.

    .EXAMPLE
        Test-WfpCallout '0686a0ed-9424-784d-89bc-67837c03b969' -Detailed

        Says what is wrong with this GUID, whose bytes were swapped.

    .EXAMPLE
        'ALE_AUTH_CONNECT_V4', 'ALE_AUTH_CONNECT_V5' | Test-WfpCallout -Kind layer

        Tests two names; only the first is that of a layer.

    .INPUTS
        System.Object. Strings, GUIDs, byte arrays, and objects with a property Guid or Name.

    .OUTPUTS
        System.Boolean, or with Detailed WfpCallout.Verdict: Input, Verdict, Valid, Guid, Reading, Match, Detail,
        Position and Error.

    .LINK
        Resolve-WfpGuid

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    [OutputType('WfpCallout.Verdict')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [object[]] $InputObject,

        [ValidateScript({ Test-WfpKind $_ })]
        [string] $Kind = 'callout',

        [switch] $Detailed
    )

    begin {
        Assert-WfpLanguageMode
        . Use-WfpPreference
        $items = [System.Collections.Generic.List[object]]::new()
        $texts = [System.Collections.Generic.List[string]]::new()
    }

    process {
        Add-WfpItem -InputObject $InputObject -Item $items -Text $texts
    }

    end {
        if ($items.Count -eq 0) {
            return
        }

        $index = 0
        Invoke-WfpTool -Cmdlet $PSCmdlet -ArgumentList 'validate', "--expect=$Kind" -Text $texts | ForEach-Object {
            if ($Detailed) {
                $_.Input = $items[$index]
                ConvertTo-WfpObject $_ 'WfpCallout.Verdict'
            } else {
                $_.Valid
            }

            $index++
        }
    }
}
