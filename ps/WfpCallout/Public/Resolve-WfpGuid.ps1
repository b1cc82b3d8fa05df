function Resolve-WfpGuid {
    [CmdletBinding(DefaultParameterSetName = 'Catalog')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [object[]] $InputObject,

        [string] $Kind,

        [Parameter(Mandatory, ParameterSetName = 'Live')]
        [switch] $Live,

        [Parameter(Mandatory, ParameterSetName = 'Path')]
        [string[]] $Path,

        [Parameter(Mandatory, ParameterSetName = 'LiteralPath')]
        [Alias('PSPath')]
        [string[]] $LiteralPath
    )

    begin {
        $items = [System.Collections.Generic.List[object]]::new()
        $texts = [System.Collections.Generic.List[string]]::new()
    }

    process {
        Add-WfpItem $InputObject $items $texts
    }

    end {
        if ($items.Count -eq 0) {
            return
        }

        $arguments = @('resolve')
        if ($Kind) {
            $arguments += '--kind', $Kind
        }

        # Adding a property to a new object is slow; so there is room for the input from the start.
        $key = @{ '"reading":' = '"Input":null,"Reading":' }
        Invoke-WfpTool -Cmdlet $PSCmdlet -ArgumentList $arguments -Text $texts -Key $key |
            ConvertTo-WfpMatch -Cmdlet $PSCmdlet -Item $items
    }
}
