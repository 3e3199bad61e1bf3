function Write-Notice([string] $Key, [hashtable] $With = @{}) { Write-Warning -Message (Get-Message -Key $Key -With $With) }
