function Write-Step { $null = $args }
