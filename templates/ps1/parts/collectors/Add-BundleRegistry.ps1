# A registry key with all below it, as text. Binary values can hold anything, so that only their length is kept.
function Add-BundleRegistry {
    param([Parameter(Mandatory)] [string] $Path)
    try {
        if (-not (Test-Path -LiteralPath $Path)) { return }
        Write-Step -Id 2 -Text $Path
        $paths = New-Object -TypeName 'System.Collections.Generic.Stack[string]'
        $paths.Push($Path)
        $lines = @(
            for ($count = 0; $paths.Count -gt 0 -and $count -lt 5000; $count++) {
                $current = $paths.Pop()
                "[$current]"
                # A name with "/", such as "Standard TCP/IP Port", is a path to the commands of PowerShell.
                try { $key = Get-Item -LiteralPath $current -ErrorAction Stop }
                catch {
                    '(not read)'
                    continue
                }
                foreach ($name in $key.GetValueNames() | Sort-Object) {
                    $kind = "$($key.GetValueKind($name))"
                    $value = $key.GetValue($name, $null, 'DoNotExpandEnvironmentNames')
                    $text = if ($kind -eq 'Binary') { "($($value.Length) bytes)" } else { $value -join '; ' }
                    "$kind $name = $text"
                }
                $key.Close()
                Get-SubkeyName -Path $current | Sort-Object -Descending |
                    ForEach-Object { $paths.Push("$current\$_") }
            }
            if ($paths.Count -gt 0) { '...' }
        )
        Add-BundleText -Name (($Path -replace '[:\\]+', '-') + '.txt') -Text $lines
    }
    catch { Add-BundleProblem -Source $Path -Record $_ }
}
