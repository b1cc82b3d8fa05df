function Resolve-WfpGuid {
    <#
    .SYNOPSIS
        Says what a GUID or a name is.

    .DESCRIPTION
        Reads each input as a GUID in any spelling (braces, bare, without dashes, a C initialiser or
        DEFINE_GUID, 16 bytes as hexadecimal, JSON or Base64) or as a name, and gets every object of the
        Windows Filtering Platform that it may mean: callouts, layers, sublayers, conditions, providers.
        The property Reading says how the input was read, and Input holds the input itself.

        Without a source only the catalogue is searched, offline on every system. A source adds the
        objects of a machine. An input that is not found is an error, whose recommended action names the
        nearest objects.

    .PARAMETER InputObject
        What to look up: strings, [guid] objects, the 16 bytes of a GUID, or objects with a property Guid or
        Name.

    .PARAMETER Kind
        Only objects of this kind: callout, layer, sublayer, condition, provider, keying_module or
        provider_context.

    .PARAMETER Live
        Asks the filter engine of this machine too. This needs Windows.

    .PARAMETER Path
        Files whose objects are looked up too: what 'netsh wfp show state' or 'netsh wfp show filters' wrote,
        the wfpdiag.xml of 'netsh wfp capture', or snapshots. Wildcards are permitted.

    .PARAMETER LiteralPath
        The same as Path, but wildcard characters are taken literally.

    .EXAMPLE
        Resolve-WfpGuid '{eda08606-2494-4d78-89bc-67837c03b969}'

        Says what a GUID is.

    .EXAMPLE
        'TEREDO_ALE_LISTEN_V6', 'ALE_AUTH_CONNECT_V4' | Resolve-WfpGuid | Select-Object Input, Kind, Name, Guid

        Gets the GUIDs of two names.

    .EXAMPLE
        Resolve-WfpGuid 'eda08606-2494-4d78-89bc-67837c03b969' -Path wfpstate.xml

        Looks in a dump too.

    .INPUTS
        System.Object. Strings, GUIDs, byte arrays, and objects with a property Guid or Name.

    .OUTPUTS
        WfpCallout.Callout, WfpCallout.Layer, WfpCallout.Sublayer, WfpCallout.Condition, WfpCallout.Provider and others, each
        with the properties Input and Reading.

    .LINK
        Test-WfpCallout

    .LINK
        Add-WfpGuidName

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding(DefaultParameterSetName = 'Catalog')]
    [OutputType('WfpCallout.Callout')]
    [OutputType('WfpCallout.Layer')]
    [OutputType('WfpCallout.Sublayer')]
    [OutputType('WfpCallout.Condition')]
    [OutputType('WfpCallout.Provider')]
    [OutputType('WfpCallout.KeyingModule')]
    [OutputType('WfpCallout.ProviderContext')]
    [OutputType('WfpCallout.Filter')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [object[]] $InputObject,

        [ValidateScript({ Test-WfpKind $_ })]
        [string] $Kind,

        [Parameter(Mandatory, ParameterSetName = 'Live')]
        [switch] $Live,

        [Parameter(Mandatory, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [string[]] $Path,

        [Parameter(Mandatory, ParameterSetName = 'LiteralPath')]
        [Alias('PSPath')]
        [string[]] $LiteralPath
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

        $arguments = @('resolve')
        if ($Kind) {
            $arguments += "--kind=$Kind"
        }

        if ($Live -or $PSCmdlet.ParameterSetName -like '*Path') {
            $arguments += @(Get-WfpSource -Cmdlet $PSCmdlet -Path $Path -LiteralPath $LiteralPath)
        }

        # Adding a property to a new object is slow; so there is room for the input from the start.
        $ask = @{
            Cmdlet       = $PSCmdlet
            ArgumentList = $arguments
            Text         = $texts
            Key          = @{ '"reading":' = '"Input":null,"Reading":' }
        }
        Invoke-WfpTool @ask | ConvertTo-WfpMatch -Cmdlet $PSCmdlet -Item $items
    }
}
