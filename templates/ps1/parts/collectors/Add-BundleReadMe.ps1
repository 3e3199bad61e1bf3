# The file that whoever unpacks the bundle opens first: whether names are in it, and what was replaced how often.
function Add-BundleReadMe {
    param([Parameter(Mandatory)] [Collections.IDictionary] $Replaced)
    $lines = @(
        "$script:Product $script:Version $script:ScriptName.ps1"
        ''
        if ($script:IsRedacted) {
            Get-Message -Key 'readMeRedacted'
            ''
            Get-Message -Key 'readMeReplaced'
            foreach ($kind in $Replaced.Keys) {
                "  ${kind}: $($Replaced[$kind].places) ($($Replaced[$kind].names))"
            }
            ''
            Get-Message -Key 'readMeLook'
        }
        else { Get-Message -Key 'readMeFull' }
        if ($script:BundleOmissions.Count -gt 0) {
            ''
            Get-Message -Key 'leftOut' -With @{ Count = $script:BundleOmissions.Count }
        }
    )
    $text = ($lines -join "`r`n") + "`r`n"
    $mark = New-Object -TypeName Text.UTF8Encoding -ArgumentList $true
    [IO.File]::WriteAllText((Join-Path -Path $script:BundleFolder -ChildPath '00-README.txt'), $text, $mark)
}
