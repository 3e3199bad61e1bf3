# Renames within a folder. Services that a trigger starts again may hold the item for a moment, so those that this
# run has stopped are stopped again between the attempts. Windows may make a new item under the old name at once.
function Rename-HeldItem {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $NewPath)
    foreach ($attempt in 1..5) {
        if ($attempt -gt 1) {
            Write-Step -Id 2 -Text "$Path ($attempt/5)"
            foreach ($name in $script:StoppedServices) {
                if ((Get-Service -Name $name).Status -eq 'Stopped') { continue }
                $null = Invoke-ServiceControl -ArgumentList 'stop', $name
            }
            Start-Sleep -Seconds 3
        }
        Rename-Item -LiteralPath $Path -NewName (Split-Path -Path $NewPath -Leaf) -ErrorAction SilentlyContinue
        if (Test-Path -LiteralPath $NewPath) { return $true }
    }
    $false
}
